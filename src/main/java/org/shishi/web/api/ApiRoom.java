package org.shishi.web.api;

import java.time.InstantSource;
import java.util.List;
import org.shishi.files.Uploads;
import org.shishi.matter.Desk;
import org.shishi.matter.Matters;
import org.shishi.matter.Setting;
import org.shishi.matter.Versions;
import org.shishi.people.People;
import org.shishi.post.Outbox;
import org.shishi.procedure.Packs;
import org.shishi.sheet.Figures;
import org.shishi.sheet.Sheets;
import org.shishi.sheet.Views;
import org.shishi.web.Say;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.LocaleResolver;

/** Puts the programs' doors together. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
class ApiRoom {
    private static final String NAME = "doors";

    /**
     * Programs have no session, no cookie and no form to forge: the pages' filters stay away, and who calls is asked by
     * the doors themselves ({@link Route.Handler.Known}). What is not a decent request is turned away before.
     */
    @Bean
    @Order(50)
    SecurityFilterChain programs() {
        return new DefaultSecurityFilterChain(
                request -> NAME.equals(request.getHttpServletMapping().getServletName()), List.of());
    }

    @Bean
    ServletRegistrationBean<Doors> doors(
            List<Route.Door> doors, Bearers bearers, LocaleResolver languages, Packs packs) {
        Doors servlet = new Doors(
                doors, bearers, new ApiProblems(), request -> new Say(packs.words(), languages.resolveLocale(request)));
        ServletRegistrationBean<Doors> registration = new ServletRegistrationBean<>(
                servlet, "/api/*", "/log/checkpoint", "/log/key", "/log/tile/*", "/log/proof/*", "/log/entry/*");
        registration.setName(NAME);
        return registration;
    }

    @Bean
    Bearers bearers(People people, InstantSource clock) {
        return new Bearers(people, clock);
    }

    @Bean
    Recording recording(Desk desk, Matters matters, Versions versions, Setting setting) {
        return new Recording(desk, matters, versions, setting);
    }

    @Bean
    Route.Door outboxApi(Outbox outbox) {
        return new OutboxDoor(outbox);
    }

    @Bean
    Route.Door mattersDoor(Recording recording, Matters matters, Desk desk, Setting setting) {
        return new MattersDoor(recording, matters, desk, setting);
    }

    @Bean
    Route.Door batchDoor(Recording recording, Setting setting) {
        return new BatchDoor(recording, setting);
    }

    @Bean
    Route.Door registersDoor(Sheets sheets, Packs packs) {
        return new RegistersDoor(sheets, packs);
    }

    @Bean
    Route.Door viewsDoor(Views views, Packs packs) {
        return new ViewsDoor(views, packs);
    }

    @Bean
    Route.Door figuresApi(Figures figures, Packs packs) {
        return new FiguresDoor(figures, packs);
    }

    @Bean
    Route.Door rulesDoor(Packs packs, People people) {
        return new RulesDoor(packs, people);
    }

    @Bean
    Route.Door filesApi(Uploads uploads, Matters matters, Packs packs, InstantSource clock) {
        return new FilesDoor(uploads, matters, packs, clock);
    }

    @Bean
    Route.Door docsDoor(Packs packs) {
        return new DocsDoor(packs);
    }
}
