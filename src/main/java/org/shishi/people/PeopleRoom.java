package org.shishi.people;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together for a running program. */
@Configuration(proxyBeanMethods = false)
class PeopleRoom {
    @Bean
    People people(DataSource database, @Value("${shishi.city}") String city) {
        return new People(database, city);
    }

    @Bean
    OwnPassword ownPassword(DataSource database, @Value("${shishi.city}") String city) {
        return new OwnPassword(database, city);
    }
}
