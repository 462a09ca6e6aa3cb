package org.shishi.matter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together for a running program. */
@Configuration(proxyBeanMethods = false)
class MatterRoom {

    @Bean
    Versions versions(Setting setting) {
        return Versions.of(setting);
    }

    @Bean
    Desk desk(Setting setting, Versions versions) {
        return Desk.of(setting, versions, Desk.BATCH);
    }

    @Bean
    Matters matters(Setting setting, Versions versions) {
        return new Matters(setting, versions);
    }
}
