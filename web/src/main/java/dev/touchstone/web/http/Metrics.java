package dev.touchstone.web.http;

import dev.touchstone.web.app.Home;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/** What an operator watches: answers by route and status with their times, the size of the audit, memory, threads, load. */
final class Metrics {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics(Home home) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        Gauge.builder("touchstone.documents", home, one -> one.audit().all().count())
                .register(registry);
        Gauge.builder("touchstone.decisions", home, one -> one.audit().summary().decisions())
                .register(registry);
    }

    /** Counts an answer. By its route and not by its address: addresses name documents, and there are too many. */
    void answered(Context context, float milliseconds) {
        Timer.builder("http.server.requests")
                .tag("method", context.method().name())
                .tag("route", route(context))
                .tag("status", Integer.toString(context.status().getCode()))
                .register(registry)
                .record(Duration.ofNanos((long) (milliseconds * 1_000_000)));
    }

    private static String route(Context context) {
        var endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? "other" : endpoint.path;
    }

    /** Everything in Prometheus's text form. */
    String text() {
        return registry.scrape();
    }
}
