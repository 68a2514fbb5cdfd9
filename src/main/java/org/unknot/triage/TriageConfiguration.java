package org.unknot.triage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unknot.content.ContentFiles;

/** The rule book with its words; a start with a question or rule that has none is refused. */
@Configuration(proxyBeanMethods = false)
class TriageConfiguration {

    @Bean
    Questionnaire questionnaire(ContentFiles files) {
        return Questionnaire.from(files);
    }

    @Bean
    Rules rules(Questionnaire questionnaire) {
        return new Rules(RedFlags.ALL, Limit.ALL, questionnaire.sentences());
    }
}
