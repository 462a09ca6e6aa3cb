package org.shishi.shell.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.shishi.shell.postgres.Access;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The database, and the one pool in front of it. Whoever holds a connection finds the tables up to date. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class DatabaseConfiguration {
    private static final int CONNECTIONS = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * As a role that cannot change an entry, and with every plan made for the tables as they are when it is used: one kept
     * from when a table was empty reads all of a city for each key, until the database has looked over its tables.
     */
    static final String ENTERING = "SET ROLE shishi_desk; SET plan_cache_mode = force_custom_plan";

    @Bean(destroyMethod = "close")
    Database database(Settings settings) {
        return Database.of(settings.data(), settings.db());
    }

    /** Everything the program reads and writes goes through here. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource connections(Database database) {
        Access access = database.access();
        Migrations.bringUpToDate(access);
        HikariConfig config = new HikariConfig();
        config.setPoolName("shishi");
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setConnectionInitSql(ENTERING);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }

    @Bean
    @Primary
    FairPool dataSource(@Qualifier("connections") HikariDataSource connections) {
        return new FairPool(connections, CONNECTIONS, PATIENCE);
    }
}
