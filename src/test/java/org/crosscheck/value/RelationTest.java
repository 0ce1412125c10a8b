package org.crosscheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.value.Relation.BROADER;
import static org.crosscheck.value.Relation.DISJOINT;
import static org.crosscheck.value.Relation.EQUAL;
import static org.crosscheck.value.Relation.INCOMPARABLE;
import static org.crosscheck.value.Relation.NARROWER;
import static org.crosscheck.value.Relation.OVERLAPPING;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RelationTest {

    @ParameterizedTest
    @CsvSource({
        "EQUAL, NARROWER, NARROWER",
        "EQUAL, BROADER, BROADER",
        "EQUAL, OVERLAPPING, OVERLAPPING",
        "NARROWER, NARROWER, NARROWER",
        "NARROWER, BROADER, OVERLAPPING",
        "NARROWER, OVERLAPPING, OVERLAPPING",
        "BROADER, BROADER, BROADER",
        "BROADER, OVERLAPPING, OVERLAPPING",
        "OVERLAPPING, OVERLAPPING, OVERLAPPING",
        "DISJOINT, EQUAL, DISJOINT",
        "DISJOINT, NARROWER, DISJOINT",
        "DISJOINT, OVERLAPPING, DISJOINT",
        "DISJOINT, DISJOINT, DISJOINT",
        "INCOMPARABLE, EQUAL, INCOMPARABLE",
        "INCOMPARABLE, OVERLAPPING, INCOMPARABLE",
        "INCOMPARABLE, DISJOINT, INCOMPARABLE",
    })
    void a_product_relates_as_its_factors_do(Relation one, Relation other, Relation product) {
        assertThat(one.times(other)).isEqualTo(product);
        assertThat(other.times(one)).isEqualTo(product);
        assertThat(one.converse().times(other.converse())).isEqualTo(product.converse());
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void equal_is_neutral_and_the_converse_undoes_itself(Relation relation) {
        assertThat(EQUAL.times(relation)).isEqualTo(relation);
        assertThat(relation.times(EQUAL)).isEqualTo(relation);
        assertThat(relation.converse().converse()).isEqualTo(relation);
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void every_relation_says_whether_it_is_inside_and_whether_it_refines(Relation relation) {
        assertThat(relation.isInside()).isEqualTo(relation == EQUAL || relation == NARROWER);
        assertThat(relation.refines())
                .isEqualTo(relation == NARROWER || relation == BROADER || relation == OVERLAPPING);
        assertThat(relation.converse() == relation).isEqualTo(relation != NARROWER && relation != BROADER);
        assertThat(relation.refines())
                .isNotEqualTo(relation == EQUAL || relation == DISJOINT || relation == INCOMPARABLE);
    }
}
