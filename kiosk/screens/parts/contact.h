// A contact: one record of channels.toml, drawn alike on the pages of reporting and of support. Its hours, its
// languages, where it can be called from and its tip are shown everywhere. Private to screens/.
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

// The languages it speaks; empty if the visitor's is among them. A text of its own if they are not known.
std::string languages_words(Frame const& frame, content::Channel const& channel);

// What a visitor types: the address without the scheme and a lone slash at its end.
std::string spoken_address(std::string address);

} // namespace kiosk::screens
