package org.shishi.post;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who carries letters, as the settings say ({@code SHISHI_SMTP_URL}, {@code SHISHI_WEBHOOK_URL} and
 * {@code SHISHI_WEBHOOK_SECRET}, or {@code post.properties} in the data folder). A way nobody carries leads into the outbox.
 */
@ConfigurationProperties("shishi")
public record Couriers(
        @DefaultValue Smtp smtp,
        @DefaultValue Webhook webhook,
        @DefaultValue Post post) {

    /** Empty where mail goes into the outbox. */
    public record Smtp(@DefaultValue("") String url) {
        @Override
        public String toString() {
            return "Smtp[…]";
        }
    }

    /** Empty where calls to another system go into the outbox. */
    public record Webhook(
            @DefaultValue("") String url, @DefaultValue("") String secret) {
        @Override
        public String toString() {
            return "Webhook[…]";
        }
    }

    /**
     * How we write.
     *
     * @param language of the words that leave, zh or en
     */
    public record Post(@DefaultValue("zh") String language) {}

    Locale language() {
        return post.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** @throws IllegalStateException when a setting is not as it has to be; it is named, but not quoted */
    List<Courier> list(String city, InstantSource clock) {
        List<Courier> all = new ArrayList<>();
        if (!smtp.url().isBlank()) {
            all.add(named("SHISHI_SMTP_URL", () -> new SmtpCourier(SmtpServer.of(smtp.url()))));
        }
        if (!webhook.url().isBlank()) {
            all.add(named("SHISHI_WEBHOOK_URL", () -> WebhookCourier.of(webhook.url(), webhook.secret(), city, clock)));
        }
        return all;
    }

    private static Courier named(String setting, java.util.function.Supplier<Courier> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(setting + ": " + e.getMessage());
        }
    }
}
