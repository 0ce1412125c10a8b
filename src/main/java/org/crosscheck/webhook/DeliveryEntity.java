package org.crosscheck.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The row of an attempt to deliver. */
@Entity
@Table(name = "webhook_delivery")
class DeliveryEntity extends PanacheEntityBase {
    /** How many of a webhook are kept. */
    private static final int KEPT = 100;

    @Id
    UUID id;

    @Column(name = "webhook_id")
    String webhook;

    @Column(name = "message_id")
    String message;

    /** The number of the change; null for a test. */
    Long number;

    @Column(name = "sent_at")
    Instant sentAt;

    int millis;

    Integer status;

    String error;

    /** The latest first. */
    static List<DeliveryEntity> of(String webhook) {
        return find("webhook = ?1 order by sentAt desc, id", webhook)
                .range(0, KEPT - 1)
                .list();
    }

    static DeliveryEntity keep(String webhook, Message message, Attempt attempt) {
        DeliveryEntity delivery = new DeliveryEntity();
        delivery.id = UUID.randomUUID();
        delivery.webhook = webhook;
        delivery.message = message.id();
        delivery.number = message.number();
        delivery.sentAt = attempt.at();
        delivery.millis = attempt.millis();
        delivery.status = attempt.status();
        delivery.error = attempt.error();
        delivery.persist();
        return delivery;
    }

    /** Forgets all but the latest. */
    static void forgetOld(String webhook) {
        List<DeliveryEntity> oldest = find("webhook = ?1 order by sentAt desc, id", webhook)
                .range(KEPT, KEPT)
                .list();
        if (!oldest.isEmpty()) delete("webhook = ?1 and sentAt <= ?2", webhook, oldest.get(0).sentAt);
    }

    DeliveryView view() {
        boolean delivered = new Attempt(sentAt, millis, status, error).isDelivered();
        return new DeliveryView(message, number, sentAt, millis, delivered, status, error);
    }
}
