/**
 * A corpus that one machine does not read in time, on a cluster with Apache Spark: the sources are opened and their
 * articles dealt out to shards, each shard is read by one task with the same code as {@code entente load}, and becomes
 * files of statements, texts and outcomes. Only this package knows Spark and Hadoop.
 */
@NullMarked
package org.entente.spark;

import org.jspecify.annotations.NullMarked;
