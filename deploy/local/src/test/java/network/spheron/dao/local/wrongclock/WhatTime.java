package network.spheron.dao.local.wrongclock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/** Prints what time it is, once for each way to ask. */
final class WhatTime {
    private WhatTime() {}

    /** Takes no arguments. */
    @SuppressWarnings("JavaUtilDate") // Libraries still ask it.
    public static void main(String[] arguments) {
        System.out.println("currentTimeMillis " + Instant.ofEpochMilli(System.currentTimeMillis()));
        System.out.println("Instant " + Instant.now());
        System.out.println("Clock " + Clock.systemUTC().instant());
        System.out.println(
                "Clock.millis " + Instant.ofEpochMilli(Clock.systemUTC().millis()));
        System.out.println("ZonedDateTime " + ZonedDateTime.now(ZoneOffset.UTC).toInstant());
        System.out.println("LocalDateTime " + LocalDateTime.now(ZoneOffset.UTC).toInstant(ZoneOffset.UTC));
        System.out.println("Date " + new Date().toInstant());
        System.out.println("Calendar " + new GregorianCalendar(TimeZone.getTimeZone("UTC")).toInstant());
    }
}
