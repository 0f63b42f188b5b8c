package org.entente.publish.page.picture;

/** A place on the globe in degrees, WGS 84. */
record Position(double longitude, double latitude) {

  private static final double MOST_LONGITUDE = 180;
  private static final double MOST_LATITUDE = 90;

  boolean isOnTheGlobe() {
    return Math.abs(longitude) <= MOST_LONGITUDE && Math.abs(latitude) <= MOST_LATITUDE;
  }
}
