package org.shishi.advice;

import java.nio.file.Path;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.matter.Versions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Puts the room together for a running program. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
class AdviceRoom {

    @Bean
    Memory memory(@Value("${shishi.data}") Path data) {
        return Memory.in(data.resolve("advice"));
    }

    @Bean
    Advice advice(Setting setting, Matters matters, Memory memory) {
        return new Advice(setting, matters, memory);
    }

    @Bean
    Replies replies(Setting setting, Matters matters, Memory memory) {
        return new Replies(setting, matters, memory);
    }

    @Bean
    Remembering remembering(Setting setting, Matters matters, Versions versions, Memory memory) {
        MemoryKeeper keeper = new MemoryKeeper(setting, matters, versions, memory);
        keeper.prepare();
        return new Remembering(keeper);
    }

    /** Keeps the memory up while the program runs. */
    static final class Remembering implements SmartLifecycle, Runnable {
        private static final Logger LOG = LoggerFactory.getLogger(Remembering.class);
        private static final long IDLE = 300;
        private static final long AFTER_TROUBLE = 10_000;
        private final MemoryKeeper keeper;
        private volatile boolean running;
        private Thread thread = Thread.ofPlatform().unstarted(this);

        Remembering(MemoryKeeper keeper) {
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
                return read == 0 ? IDLE : Math.max(50, (System.nanoTime() - began) / 1_000_000);
            } catch (RuntimeException e) {
                LOG.error("the memory falls behind: {}", e.toString());
                return AFTER_TROUBLE;
            }
        }

        @Override
        public void start() {
            running = true;
            thread = Thread.ofPlatform().name("advice").daemon(true).start(this);
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
