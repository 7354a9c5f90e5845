package dev.shortlist.backup;

import dev.shortlist.storage.Storage;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackupConfiguration {

  @Bean
  AccountExport accountExport(DataSource database, Storage storage, Clock clock) {
    return new AccountExport(database, storage, clock);
  }
}
