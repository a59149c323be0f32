// Measures one scene for the audit. Pure. Private to rehearsal/.
#pragma once
#include "ui/scene/layout.h"
#include "ui/scene/scene.h"

#include <string>
#include <vector>

namespace kiosk::rehearsal {

struct Finding {
    std::string what;   // "the text is cut"
    std::string where;  // node id
    std::string text;   // the text in question, as it is in the content
    std::string advice; // what to do
};

std::vector<Finding> measure(ui::Scene const& scene, ui::Layout const& layout);

// Pictures and icons that the first frame of a scene lacks, where all are decoded at once: those that no file has.
std::vector<Finding> missing_pictures(ui::Scene const& scene);

// Which texts of a scene in large letters are less than ui::kLeastEnlargement of the same in normal letters. A text
// that stands there more than once is compared in the order of drawing. Left out are the bar where it has
// no room to grow, a text with a word that would be cut if it were larger, and capitals of 14.6 mm or more.
std::vector<Finding> measure_enlargement(std::vector<ui::DrawnText> const& normal, ui::Scene const& large,
                                         ui::Layout const& layout);

} // namespace kiosk::rehearsal
