package dev.touchstone.web.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where log lines go: warnings to standard error (logback.xml), and when a home is served also to files in it. */
public final class Logs {
    private Logs() {}

    /** Makes libraries that log by the JDK's own means use the one log. */
    public static void bridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Keeps the log in files of a folder: one a day, for two weeks. */
    public static void keepIn(Path folder) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) return;
        // One event is one line of JSON: whatever a sender may choose to put into it stays inside its text.
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.start();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("HOME");
        appender.setEncoder(encoder);
        var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(
                folder.resolve("touchstone.%d{yyyy-MM-dd}.%i.log").toString());
        rolling.setMaxHistory(14);
        rolling.setMaxFileSize(FileSize.valueOf("10 mb"));
        rolling.setTotalSizeCap(FileSize.valueOf("200 mb"));
        rolling.start();
        appender.setRollingPolicy(rolling);
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        context.getLogger("dev.touchstone").setLevel(Level.INFO);
    }
}
