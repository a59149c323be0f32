// Frame: the context that one screen is drawn with: the canvas, the content and its texts in the visitor's language,
// the list that its Actions go to, and on the staff's screens the view of the kiosk. Made for one drawing; borrows
// everything.
#pragma once
#include "content/content.h"
#include "staff/view.h"
#include "ui/widgets.h"
#include "visit/model/action.h"

#include <vector>

namespace kiosk::screens {

using content::Values;

// Whether there is a panel that can be touched.
enum class Touch { works, rests };

// Where the way on from a page stands: at its end, or above the bar while the page scrolls below it.
enum class Foot { with_page, pinned };

class Frame {
public:
    Frame(ui::Canvas& canvas, content::Content const& content, content::Language language,
          std::vector<visit::Action>& actions)
        : canvas_(canvas),
          content_(content),
          language_(std::move(language)),
          actions_(actions),
          content_area_(canvas.layout().content())
    {
        canvas_.set_language(language_);
        canvas_.set_text_direction(ui::is_right_to_left(language_) ? ui::Direction::right_to_left
                                                                   : ui::Direction::left_to_right);
    }

    ui::Canvas& canvas() { return canvas_; }
    ui::Canvas const& canvas() const { return canvas_; }
    ui::Layout const& layout() const { return canvas_.layout(); }
    // The area of the screen's own widgets, [px]: above the bar, or taller where the page scrolls.
    Rect const& content_area() const { return content_area_; }
    void set_content_area(Rect const& area) { content_area_ = area; }
    // Where a picture to the panel's edges begins, [px]: below the demonstration band where there is one.
    float page_top() const { return page_top_; }
    void set_page_top(float top) { page_top_ = top; }
    Foot foot() const { return foot_; }
    void set_foot(Foot foot) { foot_ = foot; }
    content::Content const& content() const { return content_; }
    content::Language const& language() const { return language_; }

    // A text of the interface, with values in place of {names} and in the plural form of its count. Keys and names of
    // values are in content/keys/interface_keys.h and content/keys/staff_keys.h.
    std::string words(std::string const& key, Values const& values = {}) const
    {
        return content_.sentence(language_, key, values);
    }
    // The name of a place or a country.
    std::string place_name(std::string const& id) const { return content_.place_name(language_, id); }
    // A text for staff: "today" is screen.today of content/staff.
    std::string staff_words(std::string const& key, Values const& values = {}) const
    {
        return content_.staff_sentence(language_, "screen." + key, values);
    }
    staff::View const& staff() const
    {
        static staff::View const kNothing;
        return staff_ ? *staff_ : kNothing;
    }
    Touch touch() const { return touch_; }
    void set_touch(Touch touch) { touch_ = touch; }
    void set_staff(staff::View const* view) { staff_ = view; }
    template <typename T>
    T const& in_language(content::PerLanguage<T> const& words) const
    {
        return content::in_language(words, language_, content_);
    }

    void emit(visit::Action action) { actions_.push_back(std::move(action)); }

private:
    ui::Canvas& canvas_;
    content::Content const& content_;
    content::Language language_;
    std::vector<visit::Action>& actions_;
    staff::View const* staff_ = nullptr;
    Touch touch_ = Touch::works;
    Rect content_area_;
    float page_top_ = 0;
    Foot foot_ = Foot::with_page;
};

} // namespace kiosk::screens
