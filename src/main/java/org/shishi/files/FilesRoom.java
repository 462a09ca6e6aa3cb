package org.shishi.files;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together for a running program. */
@Configuration(proxyBeanMethods = false)
class FilesRoom {
    @Bean
    FileStore fileStore(@Value("${shishi.data}") Path data) {
        return FileStore.in(data);
    }

    @Bean
    Thumbs thumbs(FileStore store) {
        return new Thumbs(store);
    }

    /** @param clamd where the virus scanner listens; empty for none */
    @Bean
    Uploads uploads(
            DataSource database,
            @Value("${shishi.city}") String city,
            FileStore store,
            @Value("${shishi.files.clamd:}") String clamd) {
        return new Uploads(database, city, store, Scan.of(clamd));
    }
}
