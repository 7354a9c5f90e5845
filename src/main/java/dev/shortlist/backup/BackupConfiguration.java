package dev.shortlist.backup;

import dev.shortlist.database.Tenancy;
import dev.shortlist.storage.Storage;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

  @Bean
  AccountExport accountExport(DataSource database, Storage storage, Clock clock) {
    return new AccountExport(database, storage, clock);
  }

  @Bean
  AccountImport accountImport(JdbcClient jdbc, Tenancy tenancy, Storage storage) {
    return new AccountImport(jdbc, tenancy, storage);
  }
}
