package org.shishi.watch;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.shishi.files.Uploads;
import org.shishi.ledger.SigningKey;
import org.shishi.matter.Desk;
import org.shishi.matter.Matters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Everything that happens because time passed, on one page. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Profile("!command")
class WatchRoom {

    @Bean
    Rounds rounds(Desk desk) {
        return new Rounds(desk);
    }

    @Bean
    Sealing sealing(DataSource database, @Value("${shishi.city}") String city, SigningKey key) {
        return new Sealing(database, city, key);
    }

    @Bean
    Tidying tidying(Uploads uploads, Matters matters) {
        return new Tidying(uploads, matters);
    }

    @Bean
    Watch watch(Rounds rounds, Sealing sealing, Tidying tidying, InstantSource clock) {
        return new Watch(rounds, sealing, tidying, clock);
    }

    /** The watch on the wall. It begins to go when the office opens: a city is founded in peace. */
    static final class Watch implements Lifecycle {
        private final Rounds rounds;
        private final Sealing sealing;
        private final Tidying tidying;
        private final InstantSource clock;
        private volatile boolean goes;

        Watch(Rounds rounds, Sealing sealing, Tidying tidying, InstantSource clock) {
            this.rounds = rounds;
            this.sealing = sealing;
            this.tidying = tidying;
            this.clock = clock;
        }

        /** Passed deadlines are acted on within a second. */
        @Scheduled(fixedDelay = 1000)
        public void goRound() {
            if (goes) {
                rounds.go(clock.instant());
            }
        }

        /** A second after a batch closes its entries are signed for. */
        @Scheduled(fixedDelay = 1000)
        public void seal() {
            sealing.seal(clock.instant());
        }

        /** What nobody named within a day is thrown away within the hour after. */
        @Scheduled(cron = "0 20 * * * *", zone = "Asia/Shanghai")
        public void tidy() {
            tidying.tidy(clock.instant());
        }

        /** The day is closed with a signature at midnight. */
        @Scheduled(cron = "0 0 0 * * *", zone = "Asia/Shanghai")
        public void closeTheDay() {
            sealing.seal(clock.instant());
        }

        @Override
        public void start() {
            goes = true;
        }

        @Override
        public void stop() {
            goes = false;
        }

        @Override
        public boolean isRunning() {
            return goes;
        }
    }
}
