// Frame: what a screen is given: the canvas, the pack, the words of the visitor's language, where to put its Actions,
// and on the staff's screens what is known of the kiosk. Made for one drawing of one screen; borrows all.
#pragma once
#include "content/pack.h"
#include "staff/view.h"
#include "ui/widgets.h"
#include "visit/model/action.h"

#include <vector>

namespace kiosk::screens {

using content::Values;

// Whether there is a panel that can be touched.
enum class Touch { works, rests };

class Frame {
public:
    Frame(ui::Canvas& canvas, content::Pack const& pack, content::Language language,
          std::vector<visit::Action>& actions)
        : canvas_(canvas),
          pack_(pack),
          language_(std::move(language)),
          actions_(actions),
          content_(canvas.layout().content())
    {
        canvas_.set_language(language_);
        canvas_.set_flow(ui::is_right_to_left(language_) ? ui::Direction::right_to_left : ui::Direction::left_to_right);
    }

    ui::Canvas& canvas() { return canvas_; }
    ui::Canvas const& canvas() const { return canvas_; }
    ui::Layout const& layout() const { return canvas_.layout(); }
    // Where the screen's own things stand: above the bar, or on a page longer than that, which scrolls.
    Rect const& content() const { return content_; }
    void set_content(Rect const& content) { content_ = content; }
    content::Pack const& pack() const { return pack_; }
    content::Language const& language() const { return language_; }

    // The interface's words, with values in place of {names}, and in the form that a count takes. Keys and names of
    // values are those of content/keys/interface_keys.h and content/keys/staff_keys.h.
    std::string words(std::string const& key, Values const& values = {}) const
    {
        return pack_.sentence(language_, key, values);
    }
    // What a place or a country is called.
    std::string place_name(std::string const& id) const { return pack_.place_name(language_, id); }
    // What only staff read: "today" is screen.today.
    std::string staff_words(std::string const& key, Values const& values = {}) const
    {
        return pack_.staff_sentence(language_, "screen." + key, values);
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
        return content::in_language(words, language_, pack_);
    }

    void emit(visit::Action action) { actions_.push_back(std::move(action)); }

private:
    ui::Canvas& canvas_;
    content::Pack const& pack_;
    content::Language language_;
    std::vector<visit::Action>& actions_;
    staff::View const* staff_ = nullptr;
    Touch touch_ = Touch::works;
    Rect content_;
};

} // namespace kiosk::screens
