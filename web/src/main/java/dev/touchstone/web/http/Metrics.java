package dev.touchstone.web.http;

import dev.touchstone.web.app.Operation;
import dev.touchstone.web.app.Operation.StageTime;
import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What an operator watches: answers by route and status with their times, what waits, how documents ended, stages, memory, load. */
final class Metrics {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Operation operation;
    private final MultiGauge outcomes;

    Metrics(Operation operation) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        Gauge.builder(
                        "touchstone.waiting.documents",
                        operation,
                        one -> one.waiting().documents())
                .register(registry);
        Gauge.builder(
                        "touchstone.waiting.bytes",
                        operation,
                        one -> one.waiting().bytes())
                .register(registry);
        Gauge.builder("touchstone.ready", operation, one -> one.unready().isEmpty() ? 1 : 0)
                .register(registry);
        this.operation = operation;
        this.outcomes = MultiGauge.builder("touchstone.documents").register(registry);
        for (var stage : operation.stages())
            FunctionTimer.builder(
                            "touchstone.stage",
                            operation,
                            one -> time(one, stage.stage()).passed(),
                            one -> time(one, stage.stage()).seconds(),
                            TimeUnit.SECONDS)
                    .tag("stage", stage.stage())
                    .register(registry);
    }

    private static StageTime time(Operation operation, String stage) {
        return operation.stages().stream()
                .filter(one -> one.stage().equals(stage))
                .findFirst()
                .orElseThrow();
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
        var rows = operation.outcomes().entrySet().stream()
                .map(outcome -> MultiGauge.Row.of(Tags.of("outcome", outcome.getKey()), outcome.getValue()))
                .<MultiGauge.Row<?>>map(row -> row)
                .toList();
        outcomes.register(rows, true);
        return registry.scrape();
    }
}
