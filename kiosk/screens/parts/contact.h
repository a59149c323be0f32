// A contact: one record of channels.toml, drawn in one way wherever it stands: on the reporting pages, on those of
// support, and as the address that is taken along. Whoever reads it anywhere reads its hours, its languages, from where
// it can be called, and what its tip warns of. Private to screens/.
#pragma once
#include "screens/parts/frame.h"

namespace kiosk::screens {

// Whether its code stands beside the lines, which then say what to do with it.
enum class CodeBeside { no, yes };

// How large it is written, and under which ids its lines stand: "<id>.phone", "<id>.address" and so on.
struct ContactLook {
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

ContactLines contact_lines(Frame const& frame, content::Channel const& channel, ContactLook const& look);

// Its number alone, with its name and conditions: beside the code of another.
std::vector<ui::TextBlock> number_lines(Frame const& frame, content::Channel const& channel, std::string const& id);

// What it promises whoever does not give a name, as visitors read it.
std::string anonymity_words(Frame const& frame, content::Anonymity anonymous);

// What a visitor types: the address without the scheme and a lone slash at its end.
std::string spoken_address(std::string address);

// The address to take along: its code, as large as a telephone reads it, its name and its address beside or below.
struct AddressCard {
    std::string id;      // its code is "<id>.code"
    std::string heading; // whose it is: "You live in Belgium"
    content::Channel const* channel = nullptr;
};
void draw_address_card(Frame& frame, Rect area, AddressCard const& card);
// The least that it needs at this width.
float address_card_height(Frame& frame, float width, AddressCard const& card);

// The first that has an address, of what is offered to whom lives, and saw something, where the kiosk stands.
content::Channel const* channel_here(content::Pack const& pack);

} // namespace kiosk::screens
