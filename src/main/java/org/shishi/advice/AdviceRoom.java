package org.shishi.advice;

import java.nio.file.Path;
import org.shishi.matter.Desk;
import org.shishi.matter.Following;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.matter.Versions;
import org.springframework.beans.factory.annotation.Value;
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
    MemoryKeeper memoryKeeper(Setting setting, Matters matters, Versions versions, Memory memory) {
        MemoryKeeper keeper = new MemoryKeeper(setting, matters, versions, memory);
        keeper.prepare();
        return keeper;
    }

    @Bean
    Following memoryFollowing(Desk desk, MemoryKeeper keeper) {
        return new Following(desk, new Following.Work("advice", keeper::step, 300, 10_000), true);
    }
}
