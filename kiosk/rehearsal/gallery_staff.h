// The staff's screens for the gallery, with figures as a fair of four days might give them. Every number is made up.
#pragma once
#include "rehearsal/gallery.h"

namespace kiosk::rehearsal {

// Nothing where the pack has no words for staff.
std::vector<View> staff_gallery(content::Pack const& pack, content::Language const& language, Choice choice,
                                Instant now);
// Those about the kiosk itself: its health, its content, its settings.
std::vector<View> machine_gallery(content::Pack const& pack, content::Language const& language, Choice choice,
                                  Instant now);

} // namespace kiosk::rehearsal
