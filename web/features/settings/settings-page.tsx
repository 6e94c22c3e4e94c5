import { ChoiceRow } from '../../components/choice-row.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { usePreferences } from '../../lib/preferences.tsx';
import { words } from '../../lib/words.ts';
import { useProfile } from './api/get-profile.ts';
import { ProfileForm } from './components/profile-form.tsx';
import './settings-page.css';

const text = words.settings;

function Profile() {
  const profile = useProfile();
  if (profile.isPending) return <Loading what={text.what} heights={[72, 72, 72]} />;
  if (profile.isError) return <Failed error={profile.error} onRetry={() => void profile.refetch()} />;
  return <ProfileForm profile={profile.data} />;
}

/** Units and colours of this browser, and what the runner tells about themselves. */
export function SettingsPage() {
  const { units, theme, setUnits, setTheme } = usePreferences();
  return (
    <>
      <h1>{text.title}</h1>
      <section className="section" aria-labelledby="profile-title">
        <h2 id="profile-title">{text.profile}</h2>
        <p className="quiet">{text.profileIntro}</p>
        <Profile />
      </section>
      <section className="section" aria-labelledby="display-title">
        <h2 id="display-title">{text.display}</h2>
        <div className="settings-choices">
          <ChoiceRow legend={text.units} options={text.unitNames} value={units} onChange={setUnits} />
          <ChoiceRow legend={text.theme} options={text.themeNames} value={theme} onChange={setTheme} />
        </div>
      </section>
    </>
  );
}
