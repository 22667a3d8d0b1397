package dev.touchstone.web.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Marginals.Tally;
import dev.touchstone.auditor.audit.Summary.Line;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.json.DocumentId;
import dev.touchstone.web.testing.TestingCollections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lists behind the numbers. */
class CatalogueTest {
    private static final Audit FEW = TestingCollections.few().audit();
    private static final Audit MANY = TestingCollections.many().audit();

    @Test
    void a_number_and_the_list_behind_it_are_equally_long() {
        for (var audit : List.of(FEW, MANY)) {
            var catalogue = new Catalogue(audit);
            assertThat(catalogue.decisions(Question.ALL))
                    .hasSize(audit.summary().decisions());
            for (var line : audit.summary().values()) {
                var asking = Question.ALL.with(Facet.VALUE, line.value().text());
                assertThat(catalogue.decisions(asking.being(Presence.AT_WORK))).hasSize(line.decisionsAtWork());
                assertThat(catalogue.references(asking)).hasSize(line.roles().references());
                assertRoles(catalogue, asking, line);
                assertEffects(catalogue, asking, line);
            }
        }
    }

    private static void assertRoles(Catalogue catalogue, Question asking, Line line) {
        assertThat(catalogue.references(asking.with(Facet.ROLE, "reason")))
                .hasSize(line.roles().reasons());
        assertThat(catalogue.references(asking.with(Facet.ROLE, "behaviour")))
                .hasSize(line.roles().behaviours());
        assertThat(catalogue.references(asking.with(Facet.ROLE, "declaration")))
                .hasSize(line.roles().declarations());
    }

    private static void assertEffects(Catalogue catalogue, Question asking, Line line) {
        assertThat(catalogue.references(asking.with(Facet.EFFECT, "served")))
                .hasSize(line.effects().served());
        assertThat(catalogue.references(asking.with(Facet.EFFECT, "given_up")))
                .hasSize(line.effects().givenUp());
        assertThat(catalogue.references(asking.with(Facet.EFFECT, "motivates")))
                .hasSize(line.effects().motivates());
    }

    @Test
    void a_number_of_the_grid_and_the_list_behind_it_are_equally_long() {
        var catalogue = new Catalogue(MANY);
        for (var row : MANY.byTeam().rows())
            for (var tally : row.tallies())
                if (tally instanceof Tally.Shown shown)
                    assertThat(catalogue.decisions(Question.ALL
                                    .with(Facet.VALUE, row.value().id().text())
                                    .being(Presence.AT_WORK)
                                    .with(Facet.TEAM, shown.group())))
                            .hasSize(shown.atWork());
    }

    @Test
    void every_decision_is_at_work_mentioned_or_silent_on_a_value() {
        var catalogue = new Catalogue(MANY);
        var asking = Question.ALL.with(Facet.VALUE, "craft");
        var sizes = List.of(Presence.values()).stream()
                .mapToInt(
                        presence -> catalogue.decisions(asking.being(presence)).size());
        assertThat(sizes.sum()).isEqualTo(300);
    }

    @Test
    void the_newest_decision_comes_first_unless_asked_otherwise() {
        var catalogue = new Catalogue(MANY);
        assertThat(catalogue.decisions(Question.ALL).getFirst().title()).contains("region 300");
        assertThat(catalogue.decisions(Question.ALL.sorted("oldest")).getFirst().title())
                .contains("region 1 ");
        assertThat(catalogue.decisions(Question.ALL.sorted("title")).getFirst().title())
                .contains("access log of region 10 ");
    }

    @Test
    void words_narrow_by_title() {
        assertThat(new Catalogue(MANY).decisions(Question.ALL.asking("REGION 299")))
                .extracting(FiledDecision::title)
                .containsExactly("Keep the order history of region 299 for 89 days");
    }

    @Test
    void a_document_is_found_by_its_id_and_by_its_bytes() {
        var catalogue = new Catalogue(FEW);
        var entry = catalogue.at("platform/0007-cache.md").orElseThrow();
        assertThat(catalogue.document(DocumentId.of(entry.path()).text())).contains(entry);
        assertThat(catalogue.document(entry.sha256())).contains(entry);
        assertThat(catalogue.document("")).isEmpty();
    }

    @Test
    void a_trade_off_is_found_from_either_side() {
        var catalogue = new Catalogue(FEW);
        for (var value : List.of("thrift", "care"))
            assertThat(catalogue.tradeOffs(Question.ALL.with(Facet.VALUE, value)))
                    .hasSize(1);
        assertThat(catalogue.tradeOffs(Question.ALL.with(Facet.VALUE, "care").givingWay("thrift")))
                .hasSize(1);
        assertThat(catalogue.tradeOffs(Question.ALL.givingWay("care"))).isEmpty();
    }
}
