package org.shishi.web.log;

import org.shishi.ledger.SigningKey;
import org.shishi.matter.Setting;
import org.shishi.web.api.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Puts the log's doors together. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
class LogRoom {

    @Bean
    PublicLog publicLog(Setting setting) {
        return new PublicLog(setting);
    }

    @Bean
    Route.Door logDoor(PublicLog log, SigningKey key) {
        return new LogDoor(log, key.verifier());
    }
}
