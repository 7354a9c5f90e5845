package dev.shortlist;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program.
@SpringBootApplication
public class Shortlist {
  public static void main(String[] args) {
    SpringApplication.run(Shortlist.class, args);
  }
}
