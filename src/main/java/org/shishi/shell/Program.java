package org.shishi.shell;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application behind a command. The class that names what is scanned is handed in: the rooms lie below it. */
public record Program(Class<?> application) {
    /** All of it, answering in a browser. */
    ConfigurableApplicationContext serve(Premises premises, List<String> settings) {
        return start(new SpringApplicationBuilder(application).web(WebApplicationType.SERVLET), premises, settings);
    }

    /** Only what the command asks for, made when it asks; the pages and the rounds stay away (profile {@code command}). */
    ConfigurableApplicationContext work(Premises premises) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .profiles("command")
                .lazyInitialization(true);
        return start(builder, premises, List.of());
    }

    private static ConfigurableApplicationContext start(
            SpringApplicationBuilder builder, Premises premises, List<String> settings) {
        var _ = Ciphers.add();
        Stream<String> common = Stream.of("--shishi.data=" + premises.data(), "--shishi.city=" + premises.city());
        return builder.logStartupInfo(false)
                .run(Stream.concat(common, settings.stream()).toArray(String[]::new));
    }
}
