package org.shishi.post;

import org.shishi.matter.Desk;
import org.shishi.matter.Following;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.matter.Versions;
import org.shishi.people.People;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Puts the room together for a running program. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Couriers.class)
@Profile("!command")
class PostRoom {

    @Bean
    Mailboxes mailboxes(Setting setting) {
        return new Mailboxes(setting.database(), setting.city());
    }

    @Bean
    Feeds feeds(Setting setting) {
        return new Feeds(setting.database(), setting.city());
    }

    @Bean
    PostOffice postOffice(Setting setting, Versions versions, Desk desk, PostOffice.Town town, Couriers couriers) {
        return PostOffice.of(setting, versions, desk, town, couriers);
    }

    @Bean
    PostOffice.Town town(Matters matters, People people, Mailboxes mailboxes) {
        return new PostOffice.Town(matters, people::listAccounts, mailboxes);
    }

    @Bean
    Outbox outbox(PostOffice office) {
        return office.outbox();
    }

    @Bean
    Letters letters(PostOffice office) {
        return office.letters();
    }

    /** The post goes out while the office is open: what a founding plays is no news. */
    @Bean
    Following postFollowing(Desk desk, PostOffice office) {
        return new Following(desk, new Following.Work("post", office::round, 1_000, 10_000), false);
    }
}
