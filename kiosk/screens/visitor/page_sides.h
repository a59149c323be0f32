// What stands on a page beside its words: the picture or the code, and the plates of the contacts that belong to it.
// Private to screens/visitor/. Widths, heights and gaps are [px].
#pragma once
#include "screens/parts/address_card.h"
#include "screens/parts/contact.h"
#include "visit/model/state.h"

#include <optional>

namespace kiosk::screens {

// The picture, or, on the last page of a campaign, the code.
struct Side {
    std::optional<AddressCard> code;
};
Side side_of(Frame const& frame, visit::State const& state);

// The lines of one contact on its plate, as the reporting page has them: how it is reached, and below that, or beside
// it on a wide plate, what applies to it.
struct Contact {
    std::vector<ui::TextBlock> reach, terms;
};

// Telephone lines and addresses that belong to a page, from channels.toml. The one that is shown as a code is not
// listed again.
std::vector<Contact> contacts_of(Frame& frame, content::Page const& page, Side const& side, float scale);
float contacts_height(Frame& frame, float width, std::vector<Contact> const& contacts);
void draw_contacts(Frame& frame, Rect area, std::vector<Contact> const& contacts);

// The sheet with the sources of a page, over it.
void draw_sources(Frame& frame, visit::State const& state, content::Page const& page);

} // namespace kiosk::screens
