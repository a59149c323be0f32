// The card that a visitor takes an address from: the QR code of a contact, its name and its address. Private to
// screens/.
#pragma once
#include "screens/parts/frame.h"

namespace kiosk::screens {

// The words stand beside the code or below it.
struct AddressCard {
    std::string id;      // its code is "<id>.code"
    std::string heading; // whose it is: "You live in Belgium"
    content::Channel const* channel = nullptr;
    // [px] Cards beside each other have codes of one size: at least the largest least, at most the smallest. 0: none is
    // set.
    float least_code = 0;
    float most_code = 0;
};
void draw_address_card(Frame& frame, Rect area, AddressCard const& card);
// The least that it needs at this width.
float address_card_height(Frame& frame, float width, AddressCard const& card);
// The side of its code [px] in a card of this size.
float address_card_code(Frame& frame, Size const& size, AddressCard const& card);
// The height of a card in a page that scrolls: code and address are in sight together, before anybody scrolls.
float scrolled_card_height(Frame& frame, Rect const& place, AddressCard const& card);

// The first contact with an address that is offered to those who live, and saw something, in the kiosk's country. Null
// without any.
content::Channel const* channel_here(content::Content const& content);
// Its card, which says who it is for: elsewhere others receive reports. Its channel is null without any.
AddressCard card_here(Frame const& frame, std::string id);

} // namespace kiosk::screens
