package org.shishi.shell;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.shishi.calendar.OfficeHours;
import org.shishi.calendar.WorkingDays;
import org.shishi.files.Uploads;
import org.shishi.ledger.Seals;
import org.shishi.ledger.SigningKey;
import org.shishi.matter.Setting;
import org.shishi.people.People;
import org.shishi.procedure.PackFiles;
import org.shishi.procedure.Packs;
import org.shishi.shell.database.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rooms are set up with: packs, calendar, keys, the watch on the wall. */
@Configuration(proxyBeanMethods = false)
class Rooms {
    /** A city's own pack files lie in {@code packs} of its data folder, over those of the program. */
    @Bean
    Packs packs(Settings settings) {
        return Packs.read(PackFiles.under(settings.data().resolve("packs")));
    }

    @Bean
    WorkingDays workingDays(@Value("${shishi.office-hours:09:00-12:00,13:30-17:30}") String hours) {
        return WorkingDays.published(OfficeHours.of(hours));
    }

    /** A new office seals with the cipher that is set; one that has keys keeps to theirs. */
    @Bean
    Seals seals(Settings settings) {
        Ciphers.await();
        return Seals.in(settings.data(), settings.cipher());
    }

    @Bean
    SigningKey signingKey(Settings settings) {
        return SigningKey.in(settings.data(), settings.city());
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Setting setting(
            Settings settings, DataSource database, Rulebook rulebook, Seals seals, People people, Uploads uploads) {
        return new Setting(
                settings.city(),
                database,
                rulebook.packs(),
                people::roster,
                rulebook.days(),
                seals,
                settings.digest(),
                uploads,
                rulebook.clock());
    }

    @Bean
    Rulebook rulebook(Packs packs, WorkingDays days, InstantSource clock) {
        return new Rulebook(packs, days, clock);
    }

    /** The rules and the times they go by. */
    record Rulebook(Packs packs, WorkingDays days, InstantSource clock) {}
}
