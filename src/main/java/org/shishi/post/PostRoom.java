package org.shishi.post;

import org.shishi.matter.Desk;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.matter.Versions;
import org.shishi.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.Lifecycle;
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

    @Bean
    Carrying carrying(PostOffice office) {
        return new Carrying(office);
    }

    /** The post goes out while the office is open: what a founding plays is no news. */
    static final class Carrying implements Lifecycle, Runnable {
        private static final Logger LOG = LoggerFactory.getLogger(Carrying.class);
        private static final long IDLE = 1_000;
        private static final long AFTER_TROUBLE = 10_000;
        private final PostOffice office;
        private volatile boolean running;
        private Thread thread = Thread.ofPlatform().unstarted(this);

        Carrying(PostOffice office) {
            this.office = office;
        }

        @Override
        public void run() {
            try {
                while (running) {
                    Thread.sleep(pause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Milliseconds to wait after a round: when more is there as long as it took, so that the desk goes first. */
        private long pause() {
            long began = System.nanoTime();
            try {
                boolean isIdle = office.round() == 0;
                return isIdle ? IDLE : Math.clamp((System.nanoTime() - began) / 1_000_000, 20, IDLE);
            } catch (RuntimeException e) {
                LOG.error("the post lies: {}", e.toString());
                return AFTER_TROUBLE;
            }
        }

        @Override
        public void start() {
            running = true;
            thread = Thread.ofPlatform().name("post").daemon(true).start(this);
        }

        @Override
        public void stop() {
            running = false;
            thread.interrupt();
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
