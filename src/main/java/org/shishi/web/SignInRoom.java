package org.shishi.web;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.shishi.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in by the pages' door, and what a browser may do with a page. The API has a door of its own. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
class SignInRoom {
    /** Everything from here and nothing written into the page: what a person typed can never run. */
    static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    private static final String[] OPEN = {
        "/",
        "/say/**",
        "/track/**",
        "/verify",
        "/published/*",
        "/log",
        "/sign-in",
        "/language/*",
        "/static/**",
        "/error",
        "/actuator/health/**"
    };

    @Bean
    @Order(100)
    SecurityFilterChain pagesDoor(HttpSecurity http, People people, InstantSource clock, TurnedAway turnedAway) {
        http.authenticationProvider(new PasswordDoor(people, clock))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/calendar/*") // its address is the key
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("account")
                        .passwordParameter("password")
                        .defaultSuccessUrl("/work")
                        .failureHandler(PasswordDoor::refused))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/")
                        .addLogoutHandler(
                                new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE))))
                .exceptionHandling(
                        away -> away.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway))
                .headers(SignInRoom::headers);
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=(self)"))
                .crossOriginOpenerPolicy(policy -> policy.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
