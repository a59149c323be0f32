// A contact: one record of channels.toml, drawn alike on the pages of reporting and of support, and on the card with
// its QR code. Its hours, its languages, where it can be called from and its tip are shown everywhere. Private to
// screens/.
#pragma once
#include "screens/parts/frame.h"

namespace kiosk::screens {

// Whether its QR code is beside the lines, which then explain it.
enum class CodeBeside { no, yes };

// Text sizes, and the prefix of the ids of its lines: "<id>.phone", "<id>.address".
struct ContactStyle {
    std::string id;
    CodeBeside code = CodeBeside::no;
    ui::TextStep name = ui::TextStep::lead;
    ui::TextStep text = ui::TextStep::reading; // what becomes of a report
    float scale = 1;
};

struct ContactLines {
    std::vector<ui::TextBlock> reach; // its name, and how to reach it
    std::vector<ui::TextBlock> terms; // who receives it, by name or not, what to know before
};

ContactLines contact_lines(Frame const& frame, content::Channel const& channel, ContactStyle const& look);

// Its telephone number with its name and conditions, for a place beside another contact.
std::vector<ui::TextBlock> number_lines(Frame const& frame, content::Channel const& channel, std::string const& id);

// Whether reports can be anonymous, in words.
std::string anonymity_words(Frame const& frame, content::Anonymity anonymous);

// What a visitor types: the address without the scheme and a lone slash at its end.
std::string spoken_address(std::string address);

// A card with the QR code of a contact, its name and its address beside or below.
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
