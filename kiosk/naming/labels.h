// What counted ids are called in a language, from a Pack. Words that the language lacks come from the Pack's first
// language; an id that the Pack does not know (of content of another version) stays as it is. Pure. The result borrows
// the Pack, which must outlive it.
#pragma once
#include "content/pack.h"
#include "workbook/workbook.h"

namespace kiosk::naming {

figures::Labels make_labels(content::Pack const& pack, content::Language const& language);

} // namespace kiosk::naming
