package org.unknot.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** Reads what a decision of the {@link Gate} rests on, all of it in one query. */
@Repository
class Rights {

    private static final String BETWEEN_TWO = """
            select
                (select array_agg(role) from account.role_given where person_id = :self and withdrawn_at is null),
                (select array_agg(kind) from account.relationship where person_id = :person and other_id = :self
                    and ended_at is null and (until is null or until > :at)),
                exists (select from account.age_told where person_id = :person),
                (select sixteen_on from account.age_told where person_id = :person order by told_at desc, id desc limit 1),
                exists (select from account.consent where person_id = :person and about = 'CLINIC_SEES_RECORD'
                    and withdrawn_at is null),
                exists (select from account.broken_glass where person_id = :person and by_id = :self and until > :at)
            from account.account asking
            where asking.person_id = :self and exists (select from account.account where person_id = :person)
            """;

    private final JdbcClient jdbc;

    Rights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody with an account has to go by; nothing where one of the two has none. */
    Grounds between(PersonId self, boolean strong, PersonId person, Instant at, LocalDate today) {
        return jdbc.sql(BETWEEN_TWO)
                .param("self", self.value())
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> {
                    Set<Relationship> relationships = some(row.getArray(2), Relationship.class);
                    if (self.equals(person)) {
                        relationships.add(Relationship.SELF);
                    }
                    Set<Role> roles = strong ? some(row.getArray(1), Role.class) : Set.of();
                    return new Grounds(
                            false, false, relationships, roles, age(row, today), row.getBoolean(5), row.getBoolean(6));
                })
                .optional()
                .orElse(Grounds.NONE);
    }

    private static Age age(ResultSet row, LocalDate today) throws SQLException {
        if (!row.getBoolean(3)) {
            return Age.UNKNOWN;
        }
        LocalDate sixteenOn = row.getObject(4, LocalDate.class);
        return sixteenOn != null && sixteenOn.isAfter(today) ? Age.UNDER_SIXTEEN : Age.SIXTEEN_OR_OVER;
    }

    private static <E extends Enum<E>> Set<E> some(@Nullable Array names, Class<E> type) throws SQLException {
        Set<E> some = EnumSet.noneOf(type);
        if (names != null) {
            for (String name : (String[]) names.getArray()) {
                some.add(Enum.valueOf(type, name));
            }
        }
        return some;
    }
}
