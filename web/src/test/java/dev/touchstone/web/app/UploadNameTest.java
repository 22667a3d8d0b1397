package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadNameTest {
    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            plan.md,plan.md
            ../../etc/passwd,passwd
            C:\\plans\\2024.docx,2024.docx
            .htaccess,htaccess
            ..,unnamed
            '',unnamed
            '  ',unnamed
            a\u202Efdp.exe,afdp.exe
            "a:b*c?.md,abc.md
            über – straße.md,über – straße.md
            a\u0000b.md,ab.md
            """)
    void a_name_is_one_plain_file_name(String sent, String kept) {
        assertThat(UploadName.of(sent)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"x,.md", "漢,.docx", "😀,.pdf"})
    void a_long_name_keeps_its_ending(String letter, String ending) {
        assertThat(UploadName.of(letter.repeat(300) + ending))
                .endsWith(letter + ending)
                .satisfies(name ->
                        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThan(255));
    }

    @Property(tries = 500, seed = "7")
    void no_name_leaves_its_folder(@ForAll String sent) {
        var folder = Path.of("uploads");
        var file = folder.resolve(UploadName.of(sent));

        assertThat(file.normalize().getParent()).isEqualTo(folder);
        assertThat(UploadName.of(UploadName.of(sent))).isEqualTo(UploadName.of(sent));
    }
}
