package org.shishi.sheet;

import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Puts the room together for a running program. */
@Configuration(proxyBeanMethods = false)
class SheetRoom {

    @Bean
    SheetKeeper sheetKeeper(Setting setting, Matters matters) {
        SheetKeeper keeper = new SheetKeeper(setting, matters);
        keeper.prepare();
        return keeper;
    }

    @Bean
    Sheets sheets(Setting setting, SheetKeeper keeper) {
        return new Sheets(setting, keeper);
    }

    @Bean
    Figures figures(Setting setting, Sheets sheets) {
        return new Figures(setting, sheets);
    }

    @Bean
    Views views(Setting setting) {
        return new Views(setting);
    }

    @Bean
    Worklists worklists(Setting setting) {
        return new Worklists(setting);
    }

    @Bean
    Watchlists watchlists(Setting setting) {
        return new Watchlists(setting);
    }

    @Bean
    @Profile("!command")
    Keeping keeping(SheetKeeper keeper) {
        return new Keeping(keeper);
    }

    /** Keeps the sheets up while the program runs. */
    static final class Keeping implements SmartLifecycle, Runnable {
        private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
        private static final long IDLE = 150;
        private static final long AFTER_TROUBLE = 5_000;
        private final SheetKeeper keeper;
        private volatile boolean running;
        private Thread thread = Thread.ofPlatform().unstarted(this);

        Keeping(SheetKeeper keeper) {
            this.keeper = keeper;
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

        /** Milliseconds to wait after a step: as long as it took when more is there, so that the desk goes first. */
        private long pause() {
            try {
                long began = System.nanoTime();
                int read = keeper.step();
                return read == 0 ? IDLE : Math.max(20, (System.nanoTime() - began) / 1_000_000);
            } catch (RuntimeException e) {
                LOG.error("the sheets fall behind: {}", e.toString());
                return AFTER_TROUBLE;
            }
        }

        @Override
        public void start() {
            running = true;
            thread = Thread.ofPlatform().name("sheets").daemon(true).start(this);
        }

        @Override
        public void stop() {
            running = false;
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
