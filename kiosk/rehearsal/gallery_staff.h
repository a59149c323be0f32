// The staff's screens for the gallery, with invented figures of a fair of four days.
#pragma once
#include "rehearsal/gallery.h"

namespace kiosk::rehearsal {

// Empty where the content has no texts for staff.
std::vector<View> staff_gallery(content::Content const& content, content::Language const& language, GalleryScope choice,
                                Instant now);
// Those about the kiosk itself: its health, its content, its settings.
std::vector<View> machine_gallery(content::Content const& content, content::Language const& language,
                                  GalleryScope choice, Instant now);

} // namespace kiosk::rehearsal
