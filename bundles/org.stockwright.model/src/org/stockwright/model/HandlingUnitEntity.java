package org.stockwright.model;

import java.time.Instant;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.persistence.annotations.IdValidation;
import org.eclipse.persistence.annotations.PrimaryKey;

/** A pallet, carton or tote that moves as one; the row 0 stands for loose goods. */
@Entity(name = "HandlingUnit")
@Table(name = "handling_unit")
@Cacheable(false)
@PrimaryKey(validation = IdValidation.NULL)
public class HandlingUnitEntity {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "code")
    private String code;

    @ManyToOne
    @JoinColumn(name = "parent_id")
    private HandlingUnitEntity parent;

    @Column(name = "created_at")
    @Convert(converter = MicrosConverter.class)
    private Instant createdAt;

    /** For the persistence provider only. */
    protected HandlingUnitEntity() {
        // filled by the provider
    }

    /** A new row; the caller has drawn its identity and sets the rest. */
    public HandlingUnitEntity(long id) {
        this.id = id;
    }

    /** The number that the database knows it by. */
    public long getId() {
        return id;
    }

    /** What people read on it. */
    public String getCode() {
        return code;
    }

    /** Sets what {@link #getCode} tells. */
    public void setCode(String code) {
        this.code = code;
    }

    /** What it stands on or in, or {@code null}. */
    public HandlingUnitEntity getParent() {
        return parent;
    }

    /** Sets what {@link #getParent} tells. */
    public void setParent(HandlingUnitEntity parent) {
        this.parent = parent;
    }

    /** When it was made. */
    public Instant getCreatedAt() {
        return createdAt;
    }

    /** Sets what {@link #getCreatedAt} tells. */
    public void setCreatedAt(Instant createdAt) {
        this.createdAt = createdAt;
    }

}
