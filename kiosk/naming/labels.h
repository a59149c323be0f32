// Labels for the figures: what ids stand for, from a pack, in the language of the staff. Words that the language lacks
// are those of the pack's first language; what the pack does not know (content of another version) keeps its id.
// Pure; the labels borrow the pack, which must outlive them.
#pragma once
#include "content/pack.h"
#include "workbook/workbook.h"

namespace kiosk::naming {

figures::Labels make_labels(content::Pack const& pack, content::Language const& language);

} // namespace kiosk::naming
