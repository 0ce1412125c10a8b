package org.crosscheck.extract.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places("en");

    @Test
    void every_country_has_a_name_and_lies_in_a_part_of_the_world() {
        assertThat(places.all()).hasSizeGreaterThan(600);
        assertThat(places.byId("kazakhstan").broader()).containsExactly("central-asia");
        assertThat(places.byId("central-asia").broader()).containsExactly("asia");
        assertThat(places.byId("united-states").names()).contains("U.S.");
    }

    @Test
    void towns_lie_in_their_countries() {
        for (String[] town : new String[][] {
            {"astana", "kazakhstan"},
            {"geneva", "switzerland"},
            {"berlin", "germany"},
            {"washington", "united-states"},
            {"moscow", "russia"},
            {"sochi", "russia"},
            {"new-delhi", "india"}
        }) assertThat(places.byId(town[0]).broader()).as(town[0]).containsExactly(town[1]);
    }

    @Test
    void whatever_contains_a_place_is_a_place() {
        assertThat(places.all())
                .allSatisfy(place -> place.broader()
                        .forEach(broader -> assertThat(places.byId(broader)).isNotNull()));
    }
}
