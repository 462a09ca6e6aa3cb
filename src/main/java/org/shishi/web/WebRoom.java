package org.shishi.web;

import jakarta.servlet.SessionTrackingMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the room together for a running program. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
class WebRoom {
    private static final Duration SESSION = Duration.ofHours(2);
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    @Bean
    WebMvcConfigurer pagesConfigurer(Arrival arrival, Typing typing) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(arrival);
                resolvers.add(typing);
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/static/**")
                        .addResourceLocations("classpath:/static/")
                        .setCacheControl(
                                CacheControl.maxAge(FOR_GOOD).cachePublic().immutable());
            }
        };
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    /** The cookie of a session is not for scripts and not for other sites' forms. */
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> {
            context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            context.setSessionTimeout(Math.toIntExact(SESSION.toMinutes()));
            var cookie = context.getSessionCookieConfig();
            cookie.setName("shishi");
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
        };
    }
}
