package org.crosscheck.extract.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.crosscheck.extract.speech.Speaker;
import org.junit.jupiter.api.Test;

/** Who a name means. */
class CastTest {
    private static final Cast CAST = new Cast(
            "en",
            List.of(
                    new Cast.Member("berg", List.of("Anna Berg", "Berg", "Chancellor Berg", "the German chancellor")),
                    new Cast.Member("ministry", List.of("Ministry of Fisheries", "the ministry")),
                    new Cast.Member("other-ministry", List.of("Ministry of Ports", "the ministry"))),
            Set.of("other-ministry"),
            new Places("en"));

    private static List<Claimant> resolve(String name, String... mentions) {
        return CAST.resolve(new Speaker(0, 0, name, Speaker.Kind.PERSON, null, null, List.of(mentions)));
    }

    private static List<String> ids(String name, String... mentions) {
        return resolve(name, mentions).stream().map(Claimant::id).toList();
    }

    @Test
    void titles_initials_articles_and_case_do_not_matter() {
        for (String name :
                new String[] {"Anna Berg", "Anna M. Berg", "Mrs. Berg", "ANNA BERG", "The German Chancellor"})
            assertThat(ids(name)).as(name).containsExactly("berg");
    }

    @Test
    void another_person_of_the_same_surname_is_somebody_else() {
        assertThat(resolve("Otto Berg", "Otto Berg", "Berg")).singleElement().satisfies(claimant -> {
            assertThat(claimant.isNew()).isTrue();
            assertThat(claimant.id()).isEqualTo("otto-berg");
        });
    }

    @Test
    void of_two_with_one_name_the_storys_own_is_meant() {
        assertThat(ids("the ministry")).containsExactly("other-ministry");
    }

    @Test
    void a_list_of_known_names_is_each_of_them() {
        assertThat(ids("Anna Berg and the Ministry of Fisheries")).containsExactly("berg", "ministry");
    }

    @Test
    void a_capital_speaks_for_its_government() {
        assertThat(ids("Oslo")).containsExactly("government-of-norway");
        assertThat(ids("Norwegian officials")).containsExactly("government-of-norway");
    }

    @Test
    void a_pronoun_names_nobody() {
        assertThat(ids("it")).isEmpty();
        assertThat(ids("both sides")).isEmpty();
    }

    @Test
    void a_spokesman_belongs_to_an_institution() {
        Speaker speaker = new Speaker(
                0, 0, "Ole Moe", Speaker.Kind.PERSON, "spokesman", "Ministry of Fisheries", List.of("Ole Moe"));
        assertThat(CAST.resolve(speaker)).singleElement().satisfies(claimant -> {
            assertThat(claimant.id()).isEqualTo("ole-moe");
            assertThat(claimant.partOf().id()).isEqualTo("ministry");
        });
    }
}
