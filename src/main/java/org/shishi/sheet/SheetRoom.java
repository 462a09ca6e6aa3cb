package org.shishi.sheet;

import org.shishi.matter.Desk;
import org.shishi.matter.Following;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
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
    Following sheetsFollowing(Desk desk, SheetKeeper keeper) {
        return new Following(desk, new Following.Work("sheets", keeper::step, 150, 5_000), true);
    }
}
