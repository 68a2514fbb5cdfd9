package org.unknot.account;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * A session that an older version of this program wrote, and this one cannot read, is somebody signed out, not an error page.
 * What sweeps up old sessions every minute begins only when there is a table to sweep.
 */
@Component
@DependsOnDatabaseInitialization
class SessionAttributes implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionAttributes.class);

    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        DeserializingConverter reading = new DeserializingConverter(SessionAttributes.class.getClassLoader());
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, new Converter<byte[], @Nullable Object>() {
            @Override
            public @Nullable Object convert(byte[] bytes) {
                try {
                    return reading.convert(bytes);
                } catch (SerializationFailedException unreadable) {
                    LOG.info("A session of another version is left: {}", unreadable.getMessage());
                    return null;
                }
            }
        });
        sessions.setConversionService(conversions);
    }
}
